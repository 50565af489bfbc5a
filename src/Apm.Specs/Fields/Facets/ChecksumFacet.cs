namespace Apm.Specs;

/// <summary><c>checksum</c>: the identifiers whose check digits the text must have.</summary>
internal sealed class ChecksumFacet()
    : Facet<IReadOnlyList<Checksum>>("checksum", "cpf, cnpj or aba, or a list such as [cpf, cnpj]", FieldType.String)
{
    public override string Schema => """
        {
          "description": "The identifiers whose check digits the text must have: one, or a list of which one must match.",
          "type": ["string", "array"],
          "pattern": "^(cpf|cnpj|aba)$",
          "patternErrorMessage": "cpf, cnpj or aba.",
          "minItems": 1,
          "uniqueItems": true,
          "items": { "enum": ["cpf", "cnpj", "aba"] },
          "examples": ["cpf", ["cpf", "cnpj"]]
        }
        """;

    protected override IReadOnlyList<Checksum>? Read(SpecValue value, FieldSource source)
    {
        var read = new List<Checksum>();
        foreach (var text in value.OneOrMore())
        {
            if ((value with { Value = text }).Choice<Checksum>() is { } checksum)
            {
                read.Add(checksum);
            }
        }

        return read.Count == 0 ? null : read;
    }

    protected override IReadOnlyList<Checksum>? Narrow(IReadOnlyList<Checksum> own, FieldNarrowing narrowing)
    {
        if (narrowing.Base.Value(this) is not { } inherited || own.All(inherited.Contains))
        {
            return own;
        }

        narrowing.ReportWider(this, $"the check digits are only those of {Words(inherited)}", $"write only these, or leave '{Name}' out");
        return null;
    }

    protected override string? Problem(IReadOnlyList<Checksum> constraint, ScalarSyntax value, FieldType type, Suggestions suggestions) =>
        constraint.Any(checksum => CheckDigits.AreRight(checksum, value.Value)) ? null : $"it is no {Words(constraint)} with valid check digits";

    protected override FieldModel Project(IReadOnlyList<Checksum> value, FieldModel model, FieldDeclaration field, string ownId) =>
        model with { Checksums = value.Select(checksum => KebabCase.Of(checksum.ToString())).ToEquatableArray() };

    private static string Words(IEnumerable<Checksum> checksums) => ConstraintText.Checksums(checksums.Select(checksum => checksum.ToString()));
}

/// <summary>An identifier with check digits. The names are the ids in specs, in kebab case.</summary>
public enum Checksum
{
    Cpf,
    Cnpj,
    Aba,
}

public sealed partial record FieldModel
{
    /// <summary>The identifiers one of whose check digits the text must have, as words of the language; empty if it is no such identifier.</summary>
    public EquatableArray<string> Checksums { get; init; }
}
