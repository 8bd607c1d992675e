// Settings come from the environment; these are the ones that both services have.

export class SettingError extends Error {}

/** The setting of this name, or what it is when nobody sets it. */
export function setting(name, fallback) {
  const value = process.env[name];
  return value === undefined || value === '' ? fallback : value;
}

/** A port; 0 lets the system choose one. */
export function port(name, fallback) {
  const value = Number(setting(name, fallback));
  if (!Number.isInteger(value) || value < 0 || value > 65535) {
    throw new SettingError(`${name} is no port: ${process.env[name]}. Set it to 0 … 65535.`);
  }
  return value;
}

/** How Kafka and the registry are reached. */
export function bookingSettings() {
  const user = setting('KAFKA_USER', '');
  return {
    brokers: setting('KAFKA_BOOTSTRAP_SERVERS', 'localhost:9092').split(','),
    registry: setting('SCHEMA_REGISTRY_URL', 'http://localhost:8090'),
    ssl: setting('KAFKA_TLS', 'false') === 'true',
    ...(user && {
      sasl: {
        mechanism: setting('KAFKA_SASL_MECHANISM', 'scram-sha-512'),
        username: user,
        password: setting('KAFKA_PASSWORD', ''),
      },
    }),
  };
}
