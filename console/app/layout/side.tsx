import { Kbd, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { groupsFor, type NavigationItem } from '../../shared/routing/navigation.ts';
import { useMay } from '../../shared/session/me.ts';
import { GROUPS } from '../features.ts';
import { Foot } from './foot.tsx';
import classes from './side.module.css';

const Item = ({ item: { to, label, icon: Icon } }: { item: NavigationItem }) => (
  <li>
    <Link to={to} className={classes.item} activeOptions={{ exact: to === '/' }}>
      <Icon size={18} stroke={1.7} aria-hidden />
      {label}
    </Link>
  </li>
);

/** The side of every page: where one can go, in groups, and who one is. */
export const Side = ({ find }: { find: () => void }) => {
  const groups = groupsFor(GROUPS, useMay());
  return (
    <div className={classes.side}>
      <Link to="/" className={classes.brand}>
        <img src="/icon.svg" alt="" />
        Tactful
      </Link>
      <UnstyledButton className={classes.find} onClick={find} aria-keyshortcuts="Control+K">
        <IconSearch size={16} aria-hidden />
        Find or go
        <Kbd size="xs">Ctrl K</Kbd>
      </UnstyledButton>
      <nav aria-label="Pages">
        {groups.map(({ name, items }) => (
          <div key={name}>
            {name && <p className={classes.name}>{name}</p>}
            <ul className={classes.group}>
              {items.map((item) => (
                <Item key={item.to} item={item} />
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className={classes.foot}>
        <Foot />
      </div>
    </div>
  );
};
