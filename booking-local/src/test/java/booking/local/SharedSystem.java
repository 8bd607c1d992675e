package booking.local;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one system that all of them share: it takes 15 s to start, and tests that make
 * rooms of their own do not disturb each other.
 */
final class SharedSystem implements ParameterResolver {

  private static final Namespace HERE = Namespace.create(SharedSystem.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(TestSystem.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // The root's store is closed when the last test class is done, and the system with it.
    return context
        .getRoot()
        .getStore(HERE)
        .computeIfAbsent(TestSystem.class, any -> started(), TestSystem.class);
  }

  private static TestSystem started() {
    TestSystem system = new TestSystem();
    system.start();
    return system;
  }
}
