/**
 * The rules of the catalogue: rooms, and the timeslots that are made for them. {@link
 * booking.worker.catalog.Catalog} answers every {@link booking.worker.catalog.CatalogCommand} with
 * a {@link booking.worker.catalog.CatalogDecision}.
 *
 * <p>No Kafka, SQL, HTTP, logging or clock; no look-ups: what a decision needs to see is fetched
 * before and passed in as a {@link booking.worker.catalog.CatalogView}.
 */
@NullMarked
package booking.worker.catalog;

import org.jspecify.annotations.NullMarked;
