import { Link } from 'react-router';
import type { CheckRunItem } from '../../../contract/check-runs.ts';
import { functionPlace } from '../../parts/function-place.ts';
import { useSourceName } from '../../parts/use-source-name.ts';

/** What was checked, with the way to its page. */
export function ItemName({ item }: { item: CheckRunItem }) {
  const nameOf = useSourceName();
  const place = functionPlace(item);
  const name = <bdi>{nameOf({ function: item.function, queue: item.queue ?? '', name: item.name ?? '' })}</bdi>;
  return place === null ? name : <Link to={place}>{name}</Link>;
}
