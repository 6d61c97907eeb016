/** While the first data are on their way: nothing that would flash by. */
export function Waiting() {
  return <div aria-busy="true" className="waiting" />;
}
