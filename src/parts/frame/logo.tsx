/** The product's mark: a gate in a wall. */
export function Logo() {
  return (
    <svg className="logo" width="18" height="18" viewBox="0 0 18 18" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
      <path d="M2 16V8a7 7 0 0 1 14 0v8M6 16V9a3 3 0 0 1 6 0v7M1 16h16" />
    </svg>
  );
}
