import { Link, useLocation } from 'wouter';

/** Pages beside each other, as links: they open in a new tab, go back and forth, and need no script to be understood. */
export function Tabs(props: {
  readonly label: string;
  readonly tabs: readonly { readonly to: string; readonly label: string }[];
}) {
  const [place] = useLocation();
  return (
    <nav className="tabs" aria-label={props.label}>
      <ul>
        {props.tabs.map(({ to, label }) => (
          <li key={to}>
            <Link href={to} aria-current={place === to ? 'page' : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
