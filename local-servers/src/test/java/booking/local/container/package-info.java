/**
 * A broker and a database in containers, by Testcontainers, for {@code -Pcontainers}: the images
 * that docker-compose.yml names, told what the embedded ones are told. Needs a Docker engine, and
 * nothing here is needed by what runs at a user's.
 */
@NullMarked
package booking.local.container;

import org.jspecify.annotations.NullMarked;
