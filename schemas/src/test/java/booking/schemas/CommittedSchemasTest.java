package booking.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was once written can be read for ever: the schemas committed under {@code registry/}. */
class CommittedSchemasTest {

  private final LocalSchemaRegistry committed = LocalSchemaRegistry.bundled();

  @Test
  void everyRecordIsCommittedAsItIsGenerated() {
    List<String> missing = new ArrayList<>();
    ContractRecords.bySubject()
        .forEach(
            (subject, schema) -> {
              List<SchemaVersion> versions = committed.versions(subject);
              if (!CommitSchemas.isLatest(schema, versions)) {
                missing.add("registry/%s/%d.avsc".formatted(subject, versions.size() + 1));
              }
            });

    assertThat(missing)
        .as(
            "Files to add, by ./mvnw -pl schemas clean test-compile exec:java@new-version (before the"
                + " first release: exec:java@first-version begins anew)")
        .isEmpty();
  }

  @Test
  void everyVersionReadsWhatEveryOtherWrote() {
    List<String> breaks = new ArrayList<>();
    ContractRecords.bySubject()
        .forEach(
            (subject, schema) ->
                committed
                    .versions(subject)
                    .forEach(
                        version ->
                            Compatibility.breaks(schema, version.schema())
                                .forEach(
                                    b ->
                                        breaks.add(subject + " " + version.version() + ": " + b))));

    assertThat(breaks).as("Changes that FULL_TRANSITIVE compatibility forbids").isEmpty();
  }

  @Test
  void everyCommittedSubjectIsStillRead() {
    assertThat(committed.subjects())
        .containsExactlyInAnyOrderElementsOf(ContractRecords.bySubject().keySet());
  }

  @Test
  void idsAndVersionsCountUpWithoutAGapSoThatNoneIsEverGivenTwice() {
    List<SchemaVersion> all =
        committed.subjects().stream().flatMap(s -> committed.versions(s).stream()).toList();

    assertThat(all.stream().map(SchemaVersion::id).sorted())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, all.size()).boxed().toList());
    assertThat(committed.subjects())
        .allSatisfy(
            subject ->
                assertThat(committed.versions(subject).stream().map(SchemaVersion::version))
                    .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, committed.versions(subject).size())
                            .boxed()
                            .toList()));
  }

  @Test
  void aLaterVersionHasALaterId() {
    assertThat(committed.subjects())
        .allSatisfy(
            subject ->
                assertThat(committed.versions(subject).stream().map(SchemaVersion::id)).isSorted());
  }

  @Test
  void internalRecordsAreCoveredToo() {
    assertThat(ContractRecords.bySubject().keySet())
        .contains("booking-events-value", "internal.SlotRecord-value");
  }
}
