package booking.local.house.canary.booking.worker.slot;

import org.apache.kafka.common.TopicPartition;

/** A rule that knows a message's way. */
public record TalksToKafka(TopicPartition partition) {}
