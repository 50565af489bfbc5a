namespace Apm.Specs;

internal enum RuleOrigin
{
    /// <summary>Rules of an API file about its own request.</summary>
    Api,

    /// <summary>Rules of an API file about a method's request: what the method settles for good is left out.</summary>
    TakenOver,

    /// <summary>Rules of a method about its request.</summary>
    Method,
}
