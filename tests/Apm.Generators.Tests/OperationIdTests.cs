using System.Reflection;
using Apm.Specs;
using Xunit;

namespace Apm.Generators.Tests;

/// <summary><c>Apm.Specs</c> cannot reference the runtime, so each declares the ids of operations.</summary>
public class OperationIdTests
{
    [Fact]
    public void Specs_and_the_runtime_have_the_same_operations() => Assert.Equal(
        new SortedDictionary<string, string>(
            Constants(typeof(OperationId)).Concat(Constants(typeof(ResultOperationId))).ToDictionary(),
            StringComparer.Ordinal),
        Constants(typeof(PaymentOperation)));

    private static SortedDictionary<string, string> Constants(Type type) =>
        new(
            type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(field => field.IsLiteral)
                .ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!),
            StringComparer.Ordinal);
}
