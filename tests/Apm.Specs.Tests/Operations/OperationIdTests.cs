using System.Reflection;

namespace Apm.Specs.Tests;

public class OperationIdTests
{
    [Fact]
    public void Every_id_is_a_key_of_the_operations_of_an_API()
    {
        var ids = typeof(OperationId).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(ids.Order(StringComparer.Ordinal), SpecKeys.Operations.Names.Order(StringComparer.Ordinal));
    }
}
