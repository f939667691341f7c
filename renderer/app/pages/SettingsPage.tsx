import { useTranslation } from 'react-i18next';
import { PageFrame } from '@renderer/components/PageFrame';
import { Skeleton } from '@renderer/components/Skeleton';
import { DataSection } from '@renderer/features/settings/DataSection';
import { GeneralSection } from '@renderer/features/settings/GeneralSection';
import { NotificationsSection } from '@renderer/features/settings/NotificationsSection';
import { StaffSection } from '@renderer/features/staff/StaffSection';
import { BrandsSection } from '@renderer/features/workspaces/BrandsSection';
import { useAgency } from '@renderer/hooks/use-agency';
import { useViewStack, type SettingsSection } from '@renderer/lib/view-stack';

const sections = ['general', 'notifications', 'staff', 'brands', 'data'] as const satisfies readonly SettingsSection[];

/** Settings of the installation. */
export const SettingsPage = ({ section }: { readonly section: SettingsSection }) => {
  const { t } = useTranslation();
  const agency = useAgency();
  const { replace, back } = useViewStack.getState();
  if (!agency) return <Skeleton rows={6} />;
  return (
    <PageFrame<SettingsSection>
      title={t('settings.title')}
      sections={sections.map((id) => ({ id, label: t(`settings.${id}`) }))}
      current={section}
      onSection={(next) => replace({ name: 'settings', section: next })}
      onClose={back}
    >
      {section === 'general' && <GeneralSection settings={agency.settings} />}
      {section === 'notifications' && <NotificationsSection settings={agency.settings} />}
      {section === 'staff' && <StaffSection />}
      {section === 'brands' && <BrandsSection />}
      {section === 'data' && <DataSection appVersion={agency.appVersion} />}
    </PageFrame>
  );
};
