package booking.worker.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import booking.schemas.CatalogEvent;
import booking.worker.readmodel.Row.RequestRow;
import booking.worker.readmodel.Row.RoomRow;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogProjectionTest {

  @Test
  void everyEventLeavesTheRoomAndTheRequest() {
    CatalogStory story = new CatalogStory().created(1, "Blue").renamed(1, "Green").generated(1);
    assertThat(story.events())
        .allSatisfy(
            event ->
                assertThat(CatalogProjection.rows(event))
                    .containsExactly(
                        new RoomRow(event.getRoomAfter()),
                        new RequestRow(
                            event.getRequestId(),
                            1,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(1L),
                            event.getOccurredAt())));
  }

  @Test
  void generationLeavesTheRoomAtItsOwnVersion() {
    CatalogEvent generated = new CatalogStory().created(1, "Blue").generated(1).last();
    assertThat(new RoomRow(generated.getRoomAfter()).version()).isEqualTo(1);
  }
}
