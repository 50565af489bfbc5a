namespace Apm.Generators;

/// <summary>The names of the pipeline's steps, for tests of the effects of an edit.</summary>
public static class TrackingNames
{
    /// <summary>The YAML files among the AdditionalFiles, with the metadata of the build.</summary>
    public const string Files = nameof(Files);

    /// <summary>Which file an id names. It contains no texts, so an edit that changes no id ends here.</summary>
    public const string Catalog = nameof(Catalog);

    /// <summary>The project's own API files, and the packed ones that its methods name.</summary>
    public const string Apis = nameof(Apis);

    /// <summary>The methods that others extend.</summary>
    public const string Bases = nameof(Bases);

    /// <summary>A method's file with the files of its API and its base.</summary>
    public const string Sources = nameof(Sources);

    /// <summary>A method's text, parsed, checked and bound to its API. It contains spans.</summary>
    public const string Methods = nameof(Methods);

    /// <summary>A method's model. It contains no spans, so an edit that changes no fact ends here.</summary>
    public const string MethodModels = nameof(MethodModels);

    /// <summary>An API's model with the names of its methods.</summary>
    public const string ApiModels = nameof(ApiModels);

    /// <summary>Names that two specs would both give to a type.</summary>
    public const string SpecNameConflicts = nameof(SpecNameConflicts);
}
