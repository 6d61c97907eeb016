import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';

interface TabsProps {
  label: string;
  tabs: readonly { name: string; to: string }[];
  /** The address of the open one. */
  current: string;
  /** Beside the tabs, about the open one. */
  end?: ReactNode;
  children: ReactNode;
}

const moves: Record<string, (at: number, all: number) => number> = {
  ArrowRight: (at, all) => (at + 1) % all,
  ArrowLeft: (at, all) => (at + all - 1) % all,
  Home: () => 0,
  End: (_at, all) => all - 1,
};

/** Did a tab lead here? Then the focus is at the tabs. */
export function useByTab(): boolean {
  return Object(useLocation().state).byTab === true;
}

/** Tabs with an address each. Arrows move between them, Enter or Space opens one: opening may ask first, or take a moment. */
export function Tabs({ label, tabs, current, end, children }: TabsProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const byTab = useByTab();
  useEffect(() => {
    if (byTab) list.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  }, [byTab]);
  const press = (event: KeyboardEvent<HTMLAnchorElement>) => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])];
    if (event.key === ' ') event.currentTarget.click();
    else if (event.key in moves) all[moves[event.key]?.(all.indexOf(event.currentTarget), all.length) ?? 0]?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="tab-bar">
        <div className="tabs" role="tablist" aria-label={label} ref={list}>
          {tabs.map(({ name, to }) => (
            <Link key={to} to={to} state={{ byTab: true }} role="tab" id={to === current ? id : undefined} aria-selected={to === current} aria-controls={to === current ? `${id}-panel` : undefined} tabIndex={to === current ? undefined : -1} onKeyDown={press}>
              {name}
            </Link>
          ))}
        </div>
        {end}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={id}>
        {children}
      </div>
    </>
  );
}
