// A notification service beside Booking: it tells customers what happened to their bookings.
import { join } from 'node:path';
import { run } from '../booking/program.js';
import { Remembered } from '../booking/remembered.js';
import { bookingSettings, setting } from '../booking/settings.js';
import { Topics } from '../booking/topics.js';
import { tell } from './telling.js';

await run(async ({ keep }) => {
  const told = new Remembered(join(setting('DATA_DIR', 'data/notification-service'), 'told'));
  const topics = new Topics('notification-service', bookingSettings());
  const following = await topics.follow(
    'booking-notifications',
    setting('GROUP', 'notification-service'),
    {
      handle: tell(told, (userId, text) => console.log(`To user ${userId}: ${text}`)),
      // The next customer should not wait for it.
      unreadable: (place, failure) => {
        console.error(`Left out, since it cannot be read: ${place}: ${failure.message}`);
      },
    },
  );
  keep(following);
  console.log('The notification service is ready.');
});
