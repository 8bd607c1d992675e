package booking.local.house.canary.mockito;

/** What a mocking framework makes. */
public interface Imitation {}
