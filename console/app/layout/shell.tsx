import { Burger } from '@mantine/core';
import { useDisclosure, useFocusReturn, useHotkeys } from '@mantine/hooks';
import { useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { Allowed } from '../allowed.tsx';
import classes from './shell.module.css';
import { Side } from './side.tsx';

// Neither is there before somebody asks for it: the first page is lighter without.
const Palette = lazy(async () => ({ default: (await import('../palette.tsx')).Palette }));
const SideDrawer = lazy(async () => ({ default: (await import('./side-drawer.tsx')).SideDrawer }));

/** Who moves by keyboard or hears the page begins at the heading of the page they went to. */
const useFocusOnArrival = (): void => {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, toLocation }) => {
        if (fromLocation === undefined || fromLocation.pathname === toLocation.pathname) return;
        const target = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
        target?.focus({ preventScroll: true });
      }),
    [router],
  );
};

/** Pages with the navigation beside them; where that is too narrow, behind a button. */
export const Shell = () => {
  const [isOpen, { open, close }] = useDisclosure();
  const [isFinding, { open: find, close: closePalette }] = useDisclosure();
  const router = useRouter();
  useFocusOnArrival();
  // Neither does it by itself: it is there only while it is open.
  useFocusReturn({ opened: isOpen || isFinding });
  useHotkeys([
    ['mod+K', find],
    ['/', find],
  ]);
  useEffect(() => router.subscribe('onBeforeNavigate', close), [router, close]);
  return (
    <>
      <a className={classes.skip} href="#content">
        Skip to the page
      </a>
      <div className={classes.shell}>
        <aside className={classes.side} aria-label="Where to go, and who you are">
          <Side find={find} />
        </aside>
        <header className={classes.top}>
          <Burger size="sm" opened={isOpen} onClick={open} aria-label="Open the navigation" />
          <img src="/icon.svg" alt="" width={24} height={24} />
          <strong>Tactful</strong>
        </header>
        <main id="content" className={classes.main} tabIndex={-1}>
          <Allowed />
        </main>
      </div>
      <Suspense>
        {isOpen && <SideDrawer find={find} close={close} />}
        {isFinding && <Palette close={closePalette} />}
      </Suspense>
    </>
  );
};
