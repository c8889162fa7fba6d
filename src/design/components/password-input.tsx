import { useIsland, usePage } from '../page-context.ts';
import type { FieldProps } from './field.tsx';
import { TextInput } from './text-input.tsx';

/** A password; never filled in again by the server. With JavaScript it can be shown. */
export function PasswordInput(props: FieldProps & { autocomplete: 'current-password' | 'new-password' }) {
  const { words } = usePage();
  useIsland('password-reveal');
  return (
    <tuntas-password-reveal show={words.showPassword} hide={words.hidePassword}>
      <TextInput {...props} type="password" />
    </tuntas-password-reveal>
  );
}
