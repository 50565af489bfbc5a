using Apm.Specs.Binding;
using Apm.Specs.Diagnostics;
using Apm.Specs.Model;
using Apm.Specs.Syntax;

namespace Apm.Specs;

/// <summary>An API file that was judged.</summary>
public sealed class BoundApi
{
    /// <summary>Null where the text is not YAML or says no id. Beside errors it holds what is right.</summary>
    public ApiModel? Model { get; internal set; }

    /// <summary>All that is wrong with the file, in the order of the text.</summary>
    public EquatableArray<SpecDiagnostic> Diagnostics { get; internal set; }

    internal IReadOnlyList<ResolvedField> Fields { get; set; } = [];

    /// <summary>The bodies of operations, by the operation's id.</summary>
    internal IReadOnlyDictionary<string, BoundBody> Bodies { get; set; } = new Dictionary<string, BoundBody>();

    /// <summary>The rules of the file, which each method reads anew: its fields differ.</summary>
    internal IReadOnlyList<MappingSyntax> Rules { get; set; } = [];

    internal Vocabulary Vocabulary { get; set; } = new();

    /// <summary>Where the file lists its currencies.</summary>
    internal SpecLocation? Currencies { get; set; }
}

/// <param name="Rules">As the file has them, which each method reads anew.</param>
internal sealed record BoundBody(IReadOnlyList<ResolvedField> Fields, IReadOnlyList<MappingSyntax> Rules);

/// <summary>A method file that was judged.</summary>
public sealed class BoundMethod
{
    /// <summary>Null where the text is not YAML or says no id, or where its API has no model. Beside errors it holds what is right.</summary>
    public MethodModel? Model { get; internal set; }

    /// <summary>All that is wrong with the file, in the order of the text. What is wrong with its API is reported there.</summary>
    public EquatableArray<SpecDiagnostic> Diagnostics { get; internal set; }
}
