import { Trans } from '@lingui/react/macro';
import { useEffect, useState, type ComponentType } from 'react';
import { addTexts } from '../messages/language.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/**
 * A piece that comes when it is shown first, with its texts: lingui.config.ts lists them. Nothing stands in its place until it is there.
 * Where it cannot be had the page stays as it is, with all that was typed, and it is fetched again by a click or when the network is back.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Later(props: Props) {
    const [Piece, show] = useState(() => loaded);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (Piece || failed) return;
      let gone = false;
      Promise.all([load(), addTexts('later')]).then(
        ([piece]) => {
          loaded = piece;
          if (!gone) show(() => piece);
        },
        () => !gone && setFailed(true),
      );
      return () => {
        gone = true;
      };
    }, [Piece, failed]);
    useEffect(() => {
      if (!failed) return;
      const again = () => setFailed(false);
      window.addEventListener('online', again);
      return () => window.removeEventListener('online', again);
    }, [failed]);
    if (Piece) return <Piece {...props} />;
    return failed ? <CouldNotCome onAgain={() => setFailed(false)} /> : null;
  };
}

function CouldNotCome({ onAgain }: { onAgain: () => void }) {
  return (
    <Notice tone="bad" alert>
      <p>
        <Trans>A part of this page could not be fetched. What you typed is still here.</Trans>
      </p>
      <Button onClick={onAgain}>
        <Trans>Fetch it again</Trans>
      </Button>
    </Notice>
  );
}
