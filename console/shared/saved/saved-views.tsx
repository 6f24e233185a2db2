import { Button, CloseButton, Popover, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import classes from './saved-views.module.css';
import { dropView, keepView, readViews, type SavedView } from './views.ts';

export interface SavedViewsProps {
  /** Of the page, as its views are kept by. */
  page: string;
  /** What it is narrowed to now. */
  search: Record<string, string>;
  open: (search: Record<string, string>) => void;
}

const isSame = (a: Record<string, string>, b: Record<string, string>): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

const NewView = ({ keep }: { keep: (name: string) => void }) => {
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep(name.trim());
    setName('');
    setOpen(false);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus position="bottom-start" withinPortal>
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconBookmark size={15} aria-hidden />}
          onClick={() => setOpen(!isOpen)}
        >
          Save this view
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <Stack gap="xs">
            <TextInput
              label="Name"
              value={name}
              maxLength={60}
              onChange={({ currentTarget: { value } }) => setName(value)}
            />
            <Text size="xs" c="dimmed">
              Kept in this browser only.
            </Text>
            <Button type="submit" size="xs" disabled={name.trim() === ''}>
              Save
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
};

/** Views of a list that one comes back to. This browser keeps them. */
export const SavedViews = ({ page, search, open }: SavedViewsProps) => {
  const [views, setViews] = useState<SavedView[]>(() => readViews(localStorage, page));
  const isNew = Object.keys(search).length > 0 && !views.some((view) => isSame(view.search, search));
  if (views.length === 0 && !isNew) return null;
  return (
    <div className={classes.views}>
      {views.map((view) => (
        <span key={view.name} className={classes.view} data-active={isSame(view.search, search) || undefined}>
          <UnstyledButton className={classes.open} onClick={() => open(view.search)}>
            <bdi>{view.name}</bdi>
          </UnstyledButton>
          <CloseButton
            size="xs"
            aria-label={`Forget the view ${view.name}`}
            onClick={() => setViews(dropView(localStorage, page, view.name))}
          />
        </span>
      ))}
      {isNew && <NewView keep={(name) => setViews(keepView(localStorage, page, { name, search }))} />}
    </div>
  );
};
