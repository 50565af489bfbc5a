using Apm.Specs;

namespace Apm.Generators;

/// <summary>The records that an API's methods share, and the bodies of its operations.</summary>
internal static class EmitShared
{
    /// <summary>The class that checks the objects that methods share.</summary>
    public static string Validator(ApiModel api) => api.Prefix + "SharedValidator";

    public static void Write(
        CodeWriter code,
        ApiModel api,
        IReadOnlyList<ObjectShape> shared,
        IReadOnlyList<(ObjectShape Shape, EquatableArray<RuleModel> Rules)> bodies,
        EmitContext context)
    {
        foreach (var shape in shared)
        {
            Record(code, shape, [], context);
        }

        foreach (var (body, rules) in bodies)
        {
            foreach (var shape in body.Declared())
            {
                Record(code, shape, shape == body ? EmitRules.Attributes(rules) : [], context);
            }

            EmitValidator.Write(code, body, Validator(api), context, rules);
            code.Line();
        }

        EmitDocs.Summary(code, "Checks the objects that methods share.");
        EmitValidator.WriteShared(code, Validator(api), shared, context);
    }

    private static void Record(CodeWriter code, ObjectShape shape, IEnumerable<string> attributes, EmitContext context)
    {
        EmitRecord.Write(
            code,
            shape,
            context,
            shape.Field.Summary
                ?? (
                    shape is { Field.Path.Length: > 0 } ? $"The object {shape.Field.Path} of a request."
                    : shape.IsShared ? "An object that requests have in several places."
                    : "The body of an operation on a payment."),
            attributes,
            []);
        code.Line();
        foreach (var enumShape in shape.Enums())
        {
            EmitEnum.Write(code, enumShape, context);
            code.Line();
        }
    }
}
