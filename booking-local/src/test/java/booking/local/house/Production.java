package booking.local.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.apache.avro.specific.AvroGenerated;

/** What a class is for, seen by where it was compiled to. */
final class Production {

  private static final String CANARIES = "booking.local.house.canary";

  private static final String JMH = ".jmh_generated";

  private Production() {}

  /** Classes that run at a user's; canaries pose as such. */
  static DescribedPredicate<JavaClass> only() {
    return DescribedPredicate.describe(
        "run in production",
        type ->
            type.getPackageName().startsWith(CANARIES)
                || type.getSource()
                    .map(source -> !source.getUri().toString().contains("/test-classes/"))
                    .orElse(false));
  }

  /** Classes that somebody wrote, with what is nested in them. */
  static DescribedPredicate<JavaClass> written() {
    return DescribedPredicate.describe(
        "are written by hand",
        type ->
            !outermost(type).isAnnotatedWith(AvroGenerated.class)
                && !type.getPackageName().endsWith(JMH));
  }

  static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(Production::outermost).orElse(type);
  }
}
