import { useId } from 'react'
import type { GlobalSetting } from '@segment/actions-core'
import { destination } from '../../../../src/destinations/inmoment'
import { FieldLabel } from '../fields/FieldLabel'
import { ValueInput } from '../fields/ValueInput'
import { changeState, useTesterState } from '../state/state-store'
import type { SettingValue } from '../state/tester-state'

interface SettingFieldProps {
  setting: GlobalSetting
  value: SettingValue | undefined
  onChange: (value: SettingValue) => void
}

function BooleanSetting({ setting, value, onChange }: SettingFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <div className="switch">
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
  const missing = setting.required === true && (value === undefined || value === '')
  return (
    <div className="field">
      <FieldLabel htmlFor={id} label={setting.label} required={setting.required === true} />
      <ValueInput
        id={id}
        shape={setting}
        value={value === undefined ? '' : String(value)}
        onChange={(text) => onChange(setting.type === 'number' && text !== '' ? Number(text) : text)}
        describedBy={`${id}-description`}
        required={setting.required === true}
        invalid={missing}
        placeholder={setting.placeholder}
      />
      {missing ? <p className="field-error">This setting is required.</p> : null}
      <p id={`${id}-description`} className="hint">
        {setting.description}
      </p>
    </div>
  )
}

/** Made from the definition alone, so that a new setting is here by itself. */
export function SettingsForm() {
  const { settings } = useTesterState()
  return (
    <div className="scroll form" role="region" aria-label="Settings of the destination" tabIndex={0}>
      {Object.entries(destination.settings ?? {}).map(([key, setting]) => {
        const Field = setting.type === 'boolean' ? BooleanSetting : TextSetting
        return (
          <Field
            key={key}
            setting={setting}
            value={settings[key]}
            onChange={(value) => changeState({ settings: { ...settings, [key]: value } })}
          />
        )
      })}
    </div>
  )
}
