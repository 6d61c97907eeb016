const id = 'announcer';

/** Reads a sentence out, after what is being read. While a panel is open that is done in it: of the page behind it nothing is read. */
export function announce(sentence: string): void {
  const place = document.querySelector('dialog:modal .announcer') ?? document.getElementById(id);
  if (!place) return;
  // The same sentence twice is a change only when it was gone in between.
  place.textContent = '';
  requestAnimationFrame(() => {
    place.textContent = sentence;
  });
}

/** The place of what is read out in a panel. */
export function PanelAnnouncer() {
  return <output aria-live="polite" className="announcer visually-hidden" />;
}

/** The place of what is read out; one a page. */
export function Announcer() {
  return <output id={id} aria-live="polite" className="visually-hidden" />;
}
