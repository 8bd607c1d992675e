import { words } from './words.js';

/** Tells each notification once, unless it is killed between telling and remembering it. */
export function tell(told, send) {
  return (notification) => {
    const { notificationId, userId } = notification;
    if (told.has(notificationId)) {
      return;
    }
    const text = words(notification);
    if (text === '') {
      console.error(`Left out, since its kind is too new: ${notificationId}`);
    } else {
      send(userId, text);
    }
    told.remember(notificationId);
  };
}
