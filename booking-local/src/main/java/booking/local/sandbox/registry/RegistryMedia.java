package booking.local.sandbox.registry;

/** The content types of the registry's protocol. */
final class RegistryMedia {

  static final String V1_JSON = "application/vnd.schemaregistry.v1+json";
  static final String JSON = "application/vnd.schemaregistry+json";

  private RegistryMedia() {}
}
