using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Checks a body against its spec. It uses no generated code. A form is checked as JSON whose values are texts.</summary>
/// <param name="api">The API of the gateway, whose notation of money is used.</param>
public sealed class RequestInterpreter(ApiModel api)
{
    /// <summary>The clock by which days are counted.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    private static readonly JsonElement s_emptyObject = JsonDocument.Parse("{}").RootElement;
    private static readonly JsonElement s_emptyList = JsonDocument.Parse("[]").RootElement;

    /// <summary>Returns all violations of a body, in the order of the spec.</summary>
    /// <param name="root">The body's root object, such as a method's request or an operation's body.</param>
    /// <param name="body">The body. Members that the spec does not know are ignored.</param>
    /// <returns>Empty for a body that the gateway accepts.</returns>
    public IReadOnlyList<BodyViolation> Check(FieldModel root, JsonElement body)
    {
        ArgumentNullException.ThrowIfNull(root);
        var violations = new List<BodyViolation>();
        Check(root, body, body, "$", violations);
        return violations;
    }

    /// <summary>Returns all violations of a payment request: first of its fields, then of rules about several fields.</summary>
    /// <param name="method">The payment method.</param>
    /// <param name="body">The body. Members that the spec does not know are ignored.</param>
    /// <returns>Empty for a body that the gateway accepts.</returns>
    public IReadOnlyList<BodyViolation> Check(MethodModel method, JsonElement body)
    {
        ArgumentNullException.ThrowIfNull(method);
        return Check(method.Request, method.Rules, body);
    }

    /// <summary>Returns all violations of the body of an operation: first of its fields, then of rules about several fields.</summary>
    /// <param name="operation">The operation, as a method offers it.</param>
    /// <param name="body">The body. Members that the spec does not know are ignored.</param>
    /// <returns>Empty for a body that the gateway accepts, and for an operation without a body.</returns>
    public IReadOnlyList<BodyViolation> Check(MethodOperationModel operation, JsonElement body)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return operation.Body is { } root ? Check(root, operation.Rules, body) : [];
    }

    internal List<BodyViolation> Check(FieldModel root, EquatableArray<RuleModel> rules, JsonElement body)
    {
        var violations = new List<BodyViolation>(Check(root, body));
        var interpreter = new RuleInterpreter(api, root);
        foreach (var rule in rules)
        {
            interpreter.Check(rule, body, violations);
        }

        return violations;
    }

    private void Check(FieldModel field, JsonElement value, JsonElement parent, string path, List<BodyViolation> violations)
    {
        if (field is { ConstName: { } name, Type: not FieldType.Money })
        {
            CheckNamed(field, name, value, path, violations);
            return;
        }

        switch (field.Type)
        {
            case FieldType.Object:
                CheckObject(field, value, path, violations);
                break;
            case FieldType.Money:
                new MoneyInterpreter(api).Check(field, value, parent, path, violations);
                break;
            case FieldType.List:
                CheckList(field, value, path, violations);
                break;
            case FieldType.Integer or FieldType.MinorUnits:
                CheckInteger(field, value, path, violations);
                break;
            case FieldType.Decimal:
                CheckDecimal(field, value, path, violations);
                break;
            case FieldType.DateTime:
                CheckTime(field, value, path, violations);
                break;
            case FieldType.Map:
                CheckMap(field, value, path, violations);
                break;
            case FieldType.Boolean when Scalars.Boolean(value, IsText(field, value)) is null:
                violations.Add(new(path, BodyRule.Value, "Field must be true or false" + InText(field)));
                break;
            case FieldType.Boolean when field.Const is { } only && Scalars.Boolean(value, IsText(field, value)) != (only == "true"):
                violations.Add(new(path, BodyRule.Value, $"Field must be {only}"));
                break;
            case FieldType.Boolean:
                break;
            case FieldType.Const when field.ConstType == FieldType.Boolean:
                if (Scalars.Boolean(value, IsText(field, value)) != (field.Const == "true"))
                {
                    violations.Add(new(path, BodyRule.Value, $"Field must be {field.Const}"));
                }

                break;
            case FieldType.Const when field.ConstType == FieldType.Integer:
                if (Scalars.Integer(value, IsText(field, value))?.ToString(System.Globalization.CultureInfo.InvariantCulture) != field.Const)
                {
                    violations.Add(new(path, BodyRule.Value, $"Field must be {field.Const}"));
                }

                break;
            default:
                if (value.ValueKind == JsonValueKind.String)
                {
                    TextInterpreter.Check(field, JsonText.Read(value), path, violations);
                    CheckDay(field, TextInterpreter.Date(field, JsonText.Read(value)), path, violations);
                }
                else
                {
                    violations.Add(new(path, BodyRule.Value, "Field must be a string"));
                }

                break;
        }
    }

    private void CheckObject(FieldModel field, JsonElement value, string path, List<BodyViolation> violations)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            violations.Add(new(path, BodyRule.Value, "Field must be an object"));
            return;
        }

        foreach (var member in field.Members)
        {
            var at = path + "." + member.Name;
            if (member.IsFurther)
            {
                var entries = value.EnumerateObject().Where(entry => !IsDeclared(field, entry.Name)).ToList();
                if (entries.Count > 0)
                {
                    CheckEntries(member, entries, path, violations);
                }
            }
            else if (value.TryGetProperty(member.Name, out var found) && found.ValueKind != JsonValueKind.Null)
            {
                Check(member, found, value, at, violations);
            }
            else if (member is { Required: true, Type: FieldType.Object or FieldType.List or FieldType.Map } && api.Format == BodyFormat.Form)
            {
                // A form cannot have an empty object or list.
                Check(member, member.Type == FieldType.List ? s_emptyList : s_emptyObject, value, at, violations);
            }
            else if (member.Required && !IsOptionalSetting(member))
            {
                violations.Add(new(at, BodyRule.Required, "Field must be set"));
            }
        }
    }

    // The sandbox does not know the settings of a merchant, but their rules.
    private void CheckNamed(FieldModel field, string name, JsonElement value, string path, List<BodyViolation> violations)
    {
        var isWrong = field.ConstType switch
        {
            FieldType.Boolean => Scalars.Boolean(value, IsText(field, value)) is null,
            FieldType.Integer => Scalars.Integer(value, IsText(field, value)) is null,
            _ => value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: > 0 },
        };
        if (isWrong)
        {
            violations.Add(new(path, BodyRule.Value, $"Field must be the value of {name}"));
        }
        else if (ValueName.Setting(name) is { } setting && field.ConstType is null && api.Merchant?.Member(setting) is { Type: FieldType.String } rules)
        {
            TextInterpreter.Check(rules, JsonText.Read(value), path, violations);
        }
    }

    // A setting that the merchant does not have is not sent.
    private bool IsOptionalSetting(FieldModel field) => field switch
    {
        { ConstName: { } name } => ValueName.Setting(name) is { } setting && api.Merchant?.Member(setting) is { Required: false },
        { Type: FieldType.List } => IsOptionalSetting(field.Item),
        _ => false,
    };

    private static bool IsDeclared(FieldModel field, string name) =>
        field.Members.Any(member => (member.Name == name && !member.IsFurther) || member.Money?.CurrencyAt == name);

    private void CheckMap(FieldModel field, JsonElement value, string path, List<BodyViolation> violations)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            violations.Add(new(path, BodyRule.Value, "Field must be an object"));
            return;
        }

        CheckEntries(field, [.. value.EnumerateObject()], path, violations);
    }

    private void CheckEntries(FieldModel map, List<JsonProperty> entries, string path, List<BodyViolation> violations)
    {
        if (entries.Count < map.Count?.Min || entries.Count > map.Count?.Max)
        {
            violations.Add(new(path, BodyRule.Count, "Field must have " + ConstraintText.Entries(map.Count)));
        }

        foreach (var entry in entries)
        {
            var at = path + "." + entry.Name;
            if (entry.Name.Length == 0 || (api.Format == BodyFormat.Form && entry.Name.AsSpan().ContainsAny('[', ']')))
            {
                violations.Add(new(at, BodyRule.Characters, "Field must have a name without brackets"));
            }

            Check(map.Item, entry.Value, entry.Value, at, violations);
        }
    }

    private void CheckDecimal(FieldModel field, JsonElement value, string path, List<BodyViolation> violations)
    {
        if (Scalars.Decimal(value, IsText(field, value), field.IsText ? field.Decimals : null) is not { } number)
        {
            violations.Add(new(path, BodyRule.Value, "Field must be a number" + InText(field)));
            return;
        }

        if (number < field.Range?.Min || number > field.Range?.Max)
        {
            violations.Add(new(path, BodyRule.Range, "Field must be " + ConstraintText.Range(field.Range)));
        }

        if (field.Decimals is { } decimals && decimal.Round(number, decimals) != number)
        {
            violations.Add(new(path, BodyRule.Range, "Field must be " + ConstraintText.Decimals(decimals)));
        }
    }

    private void CheckTime(FieldModel field, JsonElement value, string path, List<BodyViolation> violations)
    {
        var time = !field.IsUnixSeconds ? Scalars.Time(value)
            : Scalars.Integer(value, IsText(field, value)) is { } seconds ? Scalars.TimeOf(seconds)
            : null;
        if (time is not { } found)
        {
            violations.Add(new(path, BodyRule.Value, "Field must be " + ConstraintText.Form(field)));
            return;
        }

        CheckDay(field, DateOnly.FromDateTime(found.UtcDateTime), path, violations);
    }

    private void CheckDay(FieldModel field, DateOnly? date, string path, List<BodyViolation> violations)
    {
        if (date is not { } day || field.DaysAhead is not { } range)
        {
            return;
        }

        // One day more at each end, for time zones.
        var today = DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
        var days = day.DayNumber - today.DayNumber;
        if (days + 1 < range.Min || days - 1 > range.Max)
        {
            violations.Add(new(path, BodyRule.Date, "Field must be " + ConstraintText.DaysAhead(range)));
        }
    }

    private void CheckList(FieldModel field, JsonElement value, string path, List<BodyViolation> violations)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            violations.Add(new(path, BodyRule.Value, "Field must be an array"));
            return;
        }

        var count = value.GetArrayLength();
        if (count < field.Count?.Min || count > field.Count?.Max)
        {
            violations.Add(new(path, BodyRule.Count, "Field must have " + ConstraintText.Count(field.Count)));
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            var at = $"{path}[{index++}]";
            if (item.ValueKind == JsonValueKind.Null)
            {
                violations.Add(new(at, BodyRule.Required, "Field must be set"));
            }
            else
            {
                Check(field.Item, item, value, at, violations);
            }
        }
    }

    private void CheckInteger(FieldModel field, JsonElement value, string path, List<BodyViolation> violations)
    {
        if (Scalars.Integer(value, IsText(field, value)) is not { } number)
        {
            violations.Add(new(path, BodyRule.Value, "Field must be an integer" + InText(field)));
        }
        else if (number < field.Range?.Min || number > field.Range?.Max)
        {
            violations.Add(new(path, BodyRule.Range, "Field must be " + ConstraintText.Range(field.Range)));
        }
    }

    // In a form, all values are texts.
    private bool IsText(FieldModel field, JsonElement value) => field.IsText || (api.Format == BodyFormat.Form && value.ValueKind == JsonValueKind.String);

    private static string InText(FieldModel field) => field.IsText ? " in a string" : "";
}
