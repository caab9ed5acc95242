import { ForbiddenScreen } from '@/components/shell/forbidden-screen';

/** Signed in, but no admin: the 403 without the back office's navigation. */
export default function Forbidden() {
  return (
    <div data-chrome="quiet">
      <ForbiddenScreen />
    </div>
  );
}
