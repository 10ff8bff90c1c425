import { useId } from 'react'
import type { GlobalSetting } from '@segment/actions-core'
import { destination } from '../../../../src/destinations/inmoment'
import { FieldLabel } from '../fields/FieldLabel'
import { ValueInput } from '../fields/ValueInput'
import type { SettingValue } from '../state/tester-state'
import { updateState, useTesterState } from '../state/tester-store'
import { ScrollRegion } from '../ui/ScrollRegion'

interface SettingFieldProps {
  setting: GlobalSetting
  value: SettingValue | undefined
  onChange: (value: SettingValue) => void
}

/** Contains all settings of the definition. */
export function SettingsForm() {
  const { settings } = useTesterState()
  return (
    <ScrollRegion label="Destination settings" className="form">
      {Object.entries(destination.settings ?? {}).map(([key, setting]) => {
        const Field = setting.type === 'boolean' ? BooleanSetting : TextSetting
        return (
          <Field
            key={key}
            setting={setting}
            value={settings[key]}
            onChange={(value) => updateState({ settings: { ...settings, [key]: value } })}
          />
        )
      })}
    </ScrollRegion>
  )
}

function BooleanSetting({ setting, value, onChange }: SettingFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <div className="checkbox">
        <input
          id={id}
          type="checkbox"
          checked={value === true}
          aria-describedby={`${id}-description`}
          onChange={({ target }) => onChange(target.checked)}
        />
        <FieldLabel htmlFor={id} label={setting.label} />
      </div>
      <p id={`${id}-description`} className="hint">
        {setting.description}
      </p>
    </div>
  )
}

function TextSetting({ setting, value, onChange }: SettingFieldProps) {
  const id = useId()
  const isRequired = setting.required === true
  const isMissing = isRequired && (value === undefined || value === '')
  return (
    <div className="field">
      <FieldLabel htmlFor={id} label={setting.label} required={isRequired} />
      <ValueInput
        id={id}
        shape={setting}
        value={value === undefined ? '' : String(value)}
        onChange={(text) => onChange(setting.type === 'number' && text !== '' ? Number(text) : text)}
        describedBy={`${id}-description`}
        required={isRequired}
        invalid={isMissing}
        placeholder={setting.placeholder}
      />
      {isMissing ? <p className="field-error">This setting is required.</p> : null}
      <p id={`${id}-description`} className="hint">
        {setting.description}
      </p>
    </div>
  )
}
