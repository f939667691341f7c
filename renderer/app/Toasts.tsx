import '@mantine/notifications/styles.layer.css';
import { Notifications } from '@mantine/notifications';

/** What was done, and what failed, for a few seconds. Over the foot of the list, so that the composer stays free. */
export const Toasts = () => (
  <Notifications position="bottom-left" containerWidth={344} limit={3} pauseResetOnHover="notification" />
);
