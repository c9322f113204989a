import { PageHead } from '../../ui/page-head.tsx';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import { Frame } from '../frame/frame.tsx';
import { galleryRoute } from '../routes/gallery.tsx';
import { GalleryCharts, GalleryFigures } from './gallery-charts.tsx';
import { session } from './gallery-data.ts';
import { GalleryFiles } from './gallery-files.tsx';
import { GalleryLedger, GalleryPieces } from './gallery-kit.tsx';

/** Every piece of the kit at once, in the frame, with made-up data. Development only. */
export function GalleryPage() {
  const { asOf, scope } = galleryRoute.useSearch();
  const patch = useSearchPatch();
  const day = asOf ?? session.asOf;
  return (
    <Frame
      session={{ ...session, asOf: day, isPast: day < session.campaign.today }}
      scope={scope}
      pending={false}
      onAsOf={(next) => patch({ asOf: next })}
      onScope={(next) => patch({ scope: next })}
      onSignOut={() => undefined}
    >
      <PageHead title="组件样张" subtitle="图形与部件，数据均为虚构" crumbs={[{ label: '驾驶舱', href: '/' }]} />
      <GalleryFigures />
      <GalleryCharts />
      <GalleryLedger />
      <GalleryPieces />
      <GalleryFiles />
    </Frame>
  );
}
