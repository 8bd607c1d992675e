// A payment service beside Booking: it says on Kafka who paid, and sends money back when asked to.
import { createServer } from 'node:http';
import { join } from 'node:path';
import { run } from '../booking/program.js';
import { Remembered } from '../booking/remembered.js';
import { bookingSettings, port, setting } from '../booking/settings.js';
import { Topics } from '../booking/topics.js';
import { paymentDesk } from './payments.js';
import { refundDesk } from './refunds.js';

const HOST = '127.0.0.1';

await run(async ({ keep, fail }) => {
  const listenOn = port('PAYMENT_PORT', '8095');
  const folder = setting('DATA_DIR', 'data/payment-service');
  const topics = new Topics('payment-service', bookingSettings());
  const writer = await topics.writer(['payment-succeeded', 'payment-failed', 'refund-settled']);
  keep(writer);

  const sentBack = new Remembered(join(folder, 'refunds'));
  const refunds = await topics.follow('refund-requested', setting('GROUP', 'payment-service'), {
    handle: refundDesk(sentBack, writer.write),
    // It is somebody's money, so it is not passed over.
    unreadable: (place, failure) => {
      fail(`Refund ${place} cannot be read: ${failure.message}. Ask the people of Booking.`);
      throw failure;
    },
  });
  keep(refunds);

  const server = createServer(paymentDesk(writer.write));
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(listenOn, HOST, resolve);
  });
  keep({
    close: async () => {
      server.close();
      server.closeIdleConnections();
    },
  });
  console.log(`The payment service is ready: http://${HOST}:${server.address().port}/payments`);
});
