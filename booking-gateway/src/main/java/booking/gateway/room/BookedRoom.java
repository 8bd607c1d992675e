package booking.gateway.room;

/** What is known of a booking's room: all of it, or what its timeslot tells. */
public sealed interface BookedRoom permits Room, RoomOfTimeslot {}
