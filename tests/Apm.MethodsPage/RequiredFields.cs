using Apm.Specs;

namespace Apm.MethodsPage;

/// <summary>The fields that the merchant must set in every request: no constants, no presets, and nothing within an optional object.</summary>
internal static class RequiredFields
{
    public static IEnumerable<string> Of(FieldModel root) => root.Members.Where(IsNeeded).SelectMany(Leaves);

    private static bool IsNeeded(FieldModel field) => field.Required && field.Type != FieldType.Const && field.ConstName is null && field.Preset is null;

    private static IEnumerable<string> Leaves(FieldModel field) => field.Type switch
    {
        FieldType.Object when Of(field).ToList() is { Count: > 0 } needed => needed,
        FieldType.List when field.Item.Type == FieldType.Object && Of(field.Item).ToList() is { Count: > 0 } needed => needed,
        _ => [field.Path],
    };
}
