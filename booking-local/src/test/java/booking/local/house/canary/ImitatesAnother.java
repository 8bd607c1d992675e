package booking.local.house.canary;

import booking.local.house.canary.mockito.Imitation;

/** A test that believes what it told a mock to say. */
public record ImitatesAnother(Imitation other) {}
