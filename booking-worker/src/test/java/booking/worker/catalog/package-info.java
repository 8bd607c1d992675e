/**
 * The rules of the catalogue, shown. Nothing here needs Kafka, a database or a clock.
 *
 * <table>
 * <caption>Rule (rules.md, section 5) and where it is shown</caption>
 * <tr><th>rule</th><th>shown by</th></tr>
 * <tr><td>names are unique among active rooms; unknown room</td><td>rooms.txt</td></tr>
 * <tr><td>what is not given stays, what is cleared goes</td><td>rooms.txt</td></tr>
 * <tr><td>deactivating closes future slots, with or without their bookings</td>
 *     <td>rooms.txt, column "told"</td></tr>
 * <tr><td>an inactive room generates nothing; bounds, in their order</td>
 *     <td>generation.txt</td></tr>
 * <tr><td>days from the first to before the last; the last slot ends by closing; overnight</td>
 *     <td>generation.txt</td></tr>
 * <tr><td>price by the hour or as said, half up; not priced</td><td>generation.txt</td></tr>
 * <tr><td>overlapping and past slots are skipped and counted; twice makes nothing new</td>
 *     <td>generation.txt, {@link booking.worker.catalog.GenerationPropertiesTest}</td></tr>
 * <tr><td>local times: gaps skipped, the earlier of an overlap, elapsed lengths</td>
 *     <td>generation.txt, {@link booking.worker.catalog.ClockChangesTest} for every zone</td></tr>
 * <tr><td>ids 1, 2, 3 … and versions without a gap</td>
 *     <td>{@link booking.worker.catalog.KeptCatalog} at every step</td></tr>
 * </table>
 *
 * <p>What a decision sees (which names are in use, which slots are planned) is fetched by the
 * stream, what a room or a plan may hold is bounded there, and both are shown there.
 */
@NullMarked
package booking.worker.catalog;

import org.jspecify.annotations.NullMarked;
