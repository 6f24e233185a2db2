import { Burger, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Palette } from '../palette.tsx';
import classes from './shell.module.css';
import { Side } from './side.tsx';

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
  const router = useRouter();
  useFocusOnArrival();
  useEffect(() => router.subscribe('onBeforeNavigate', close), [router, close]);
  return (
    <>
      <a className={classes.skip} href="#content">
        Skip to the page
      </a>
      <div className={classes.shell}>
        <aside className={classes.side} aria-label="Where to go, and who you are">
          <Side />
        </aside>
        <header className={classes.top}>
          <Burger size="sm" opened={isOpen} onClick={open} aria-label="Open the navigation" />
          <img src="/icon.svg" alt="" width={24} height={24} />
          <strong>Tactful</strong>
        </header>
        <main id="content" className={classes.main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Drawer
        opened={isOpen}
        onClose={close}
        size={280}
        padding={0}
        title="Pages"
        closeButtonProps={{ 'aria-label': 'Close the navigation' }}
      >
        <Side />
      </Drawer>
      <Palette />
    </>
  );
};
