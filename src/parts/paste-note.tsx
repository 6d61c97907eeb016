import { useEffect } from 'react';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Finding, Fix } from './paste-doctor/finding.ts';
import { usePasteWords } from './use-paste-words.ts';

/** What the paste doctor has found in a field, with a button for each way to correct it. */
export function PasteNote({ finding, address, onFix }: { finding: Finding; address?: string | undefined; onFix: (fix: Fix) => void }) {
  const words = usePasteWords(address);
  const sentence = words.sentence(finding);
  useEffect(() => announce(sentence), [sentence]);
  return (
    <Notice tone="warn">
      <p>{sentence}</p>
      {finding.fixes.length > 0 && (
        <div className="row">
          {finding.fixes.map((fix) => {
            const { name, done } = words.button(fix);
            return (
              <Button
                key={name}
                onClick={() => {
                  onFix(fix);
                  announce(done);
                }}
              >
                {name}
              </Button>
            );
          })}
        </div>
      )}
    </Notice>
  );
}
