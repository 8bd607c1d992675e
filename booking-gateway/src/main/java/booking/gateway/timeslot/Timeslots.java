package booking.gateway.timeslot;

import booking.gateway.http.Page;
import java.time.Instant;
import java.util.List;

/** The timeslots of the read model. Every call may fail with READ_MODEL_UNAVAILABLE. */
public interface Timeslots {

  /** Whose slots, starting from an instant on and before another. */
  record Span(long roomId, Instant from, Instant to) {}

  /** All that are available now, by start. */
  List<Timeslot> available(Span span, Instant now);

  /** A part of all, by start, and one slot more if there is a next part. */
  List<Timeslot> all(Span span, Page page, Instant now);
}
