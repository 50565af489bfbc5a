using Apm.Sandbox;
using Apm.Specs;

namespace Apm.Catalogue.Tests;

/// <summary>Every method that is shipped, as its spec describes it.</summary>
internal static class ShippedMethods
{
    private static readonly Gateway s_gateway = new();

    public static TheoryData<string> Ids { get; } = [.. s_gateway.Methods.Select(method => method.SpecId)];

    public static MethodModel Method(string spec) => s_gateway.Methods.Single(method => method.SpecId == spec);

    public static ApiModel Api(MethodModel method) => s_gateway.Apis.Single(api => api.Id == method.Api);

    /// <summary>The API with an id; null if it is the id of a method.</summary>
    public static ApiModel? FindApi(string spec) => s_gateway.Apis.FirstOrDefault(api => api.Id == spec);

    /// <summary>The API's operations on a payment, by whether the method offers them.</summary>
    public static IEnumerable<OperationModel> Operations(MethodModel method, bool offered) =>
        Api(method).Operations.Where(operation => operation.Id is not ("pay" or "query") && method.Offers(operation.Id) == offered);
}
