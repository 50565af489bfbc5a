using System.Reflection;
using System.Runtime.Loader;

namespace Apm.Analyzers.Tests.Programs;

/// <summary>Loads compiled programs together with the generated code, and unloads both together.</summary>
internal sealed class ProgramLoader() : AssemblyLoadContext(isCollectible: true)
{
    public Assembly Load(byte[] assembly) => LoadFromStream(new MemoryStream(assembly));

    protected override Assembly? Load(AssemblyName name) => Assemblies.FirstOrDefault(assembly => assembly.GetName().Name == name.Name);
}
