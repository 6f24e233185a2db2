import { Drawer } from '@mantine/core';
import { Side } from './side.tsx';

/** The navigation where there is no room for it beside the page. */
export const SideDrawer = ({ find, close }: { find: () => void; close: () => void }) => (
  <Drawer
    opened
    onClose={close}
    size={280}
    padding={0}
    title="Pages"
    closeButtonProps={{ 'aria-label': 'Close the navigation' }}
  >
    <Side
      find={() => {
        close();
        find();
      }}
    />
  </Drawer>
);
