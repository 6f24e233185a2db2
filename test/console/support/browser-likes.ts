import { notifications } from '@mantine/notifications';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';

/** What happy-dom lacks and Mantine asks for. */
class Observer {
  observe() {}
  unobserve() {}
  disconnect() {}
}

window.ResizeObserver ??= Observer as unknown as typeof ResizeObserver;
window.matchMedia ??= (media) =>
  ({ matches: false, media, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList;
Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });
window.HTMLElement.prototype.scrollIntoView = () => {};
window.scrollTo = () => {};
// It gives <wbr> no display, and a name would be heard with gaps wherever it may break.
document.head.append(Object.assign(document.createElement('style'), { textContent: 'wbr { display: inline; }' }));

// Two cores may be busy with more than this.
configure({ asyncUtilTimeout: 5000 });

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  notifications.clean();
});
