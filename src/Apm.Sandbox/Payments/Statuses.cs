using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>The statuses and the types of webhooks of a method.</summary>
internal static class Statuses
{
    public static IReadOnlyList<StatusModel> Of(ApiModel api, MethodModel method) => States.Of(api.Statuses, method.Statuses);

    /// <summary>The gateway's status for a state: the first one that the spec lists; null if it lists none.</summary>
    public static StatusModel? TryFirst(ApiModel api, MethodModel method, PaymentState state) =>
        Of(api, method).FirstOrDefault(status => status.State == state);

    /// <summary>The type of a webhook about a state; null if the spec has none. A type can be a status.</summary>
    public static StatusModel? TryFirstType(ApiModel api, MethodModel method, PaymentState state) =>
        Types(api, method).FirstOrDefault(type => type.State == state);

    /// <summary>The types of webhooks that name the method: types of their own, and statuses.</summary>
    public static IReadOnlyList<StatusModel> Types(ApiModel api, MethodModel method) => States.Of(
        [.. api.Webhooks?.Types ?? default, .. api.Statuses.Where(status => status.When.IsEmpty)],
        method.Types.Concat(method.Statuses.Where(status => status.When.IsEmpty)).ToEquatableArray());

    /// <summary>The status with a text. A status without conditions goes before others.</summary>
    public static StatusModel Named(ApiModel api, MethodModel method, string text)
    {
        var named = Of(api, method).Where(status => status.Status == text).ToList();
        return named.Find(status => status.When.IsEmpty) ?? named.FirstOrDefault() ?? new StatusModel(text, PaymentState.Unknown);
    }
}
