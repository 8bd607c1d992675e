/**
 * What the tasks of operators share: how one says that it could not be done. No tasks are here;
 * each lives with what it is about, and its command with the worker's main.
 */
@NullMarked
package booking.worker.operator;

import org.jspecify.annotations.NullMarked;
