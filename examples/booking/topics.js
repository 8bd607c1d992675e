import { SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import { Kafka, Partitioners, logLevel } from 'kafkajs';
import { Decimal } from './decimal.js';

/** A reason not to start, in words for people. */
export class NotStarted extends Error {}

/** A record that is none of the topic's, whatever is tried. */
export class UnreadableError extends Error {}

const UNKNOWN_ID = 404;

/** Booking's topics: read and written in Confluent's wire format. */
export class Topics {
  #kafka;
  #registry;
  #settings;

  constructor(clientId, settings) {
    this.#settings = settings;
    this.#kafka = new Kafka({
      clientId,
      brokers: settings.brokers,
      ssl: settings.ssl,
      sasl: settings.sasl,
      connectionTimeout: 5000,
      retry: { retries: 5 },
      logLevel: logLevel.ERROR,
      logCreator: () => ({ namespace, log }) => {
        console.error(`kafka: ${namespace}: ${log.message}${log.error ? `: ${log.error}` : ''}`);
      },
    });
    this.#registry = new SchemaRegistry(
      { host: settings.registry, clientId, retry: { retries: 2 } },
      { [SchemaType.AVRO]: { logicalTypes: { decimal: Decimal } } },
    );
  }

  /** Writes to these topics, with all the promises that a producer can give. */
  async writer(topics) {
    const schemas = new Map();
    for (const topic of topics) {
      schemas.set(topic, await this.#latestSchema(topic));
    }
    const producer = this.#kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await this.#connected(producer);
    return {
      /** Returns when Kafka has it for good; repeats, if there are any, are Kafka's to remove. */
      async write(topic, key, value) {
        const encoded = await schemas.get(topic)(value);
        await producer.send({ topic, acks: -1, messages: [{ key, value: encoded }] });
      },
      close: () => producer.disconnect(),
    };
  }

  /**
   * Hands over each record of a topic at least once, in the order of its partition; one whose
   * handling fails is handed over again. What cannot be read goes to `unreadable`.
   */
  async follow(topic, groupId, { handle, unreadable }) {
    const consumer = this.#kafka.consumer({ groupId, allowAutoTopicCreation: false });
    await this.#connected(consumer);
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ partition, message }) => {
        const place = `${topic}-${partition}@${message.offset}`;
        try {
          await handle(await this.#decoded(message.value));
        } catch (failure) {
          if (!(failure instanceof UnreadableError)) {
            console.error(`${place} is tried again: ${failure.message}`);
            throw failure;
          }
          await unreadable(place, failure);
        }
      },
    });
    return { close: () => consumer.disconnect() };
  }

  async #decoded(value) {
    if (value === null) {
      throw new UnreadableError('it is empty');
    }
    try {
      return await this.#registry.decode(value);
    } catch (failure) {
      const away = failure.name === 'ResponseError' && failure.status !== UNKNOWN_ID;
      throw away ? failure : new UnreadableError(failure.message);
    }
  }

  /** What turns a value into bytes, by the newest schema that the registry has for the topic. */
  async #latestSchema(topic) {
    try {
      const id = await this.#registry.getLatestSchemaId(`${topic}-value`);
      return (value) => this.#registry.encode(id, value);
    } catch (failure) {
      throw new NotStarted(
        failure.status === UNKNOWN_ID
          ? `The schema registry at ${this.#settings.registry} does not know ${topic}-value.`
            + ' Start a worker of Booking first: it registers the schemas.'
          : `The schema registry does not answer at ${this.#settings.registry}:`
            + ` ${failure.message}. Start it, or set SCHEMA_REGISTRY_URL.`,
      );
    }
  }

  async #connected(client) {
    try {
      await client.connect();
    } catch (failure) {
      throw new NotStarted(
        `Kafka does not answer at ${this.#settings.brokers}: ${failure.message}.`
          + ' Start it, or set KAFKA_BOOTSTRAP_SERVERS.',
      );
    }
  }
}
