using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using NetGen.Runtime;

namespace NetGen.Execution.Tests.Compilation;

/// <summary>
/// An assembly of networks with the text that was generated for them. It is compiled when it is first asked for, and can be loaded once
/// for each vector width.
/// </summary>
internal sealed class CompiledNetworks(Lazy<byte[]> image, IReadOnlyDictionary<string, string> generatedSources)
{
    private readonly ConcurrentDictionary<int, Lazy<Assembly>> loaded = new();

    public byte[] Image => image.Value;

    /// <summary>The generated files by their hint names.</summary>
    public IReadOnlyDictionary<string, string> GeneratedSources => generatedSources;

    /// <summary>A network whose kernels work with this many lanes.</summary>
    public Network Create(string typeName, int lanes, int seed = 0)
    {
        Type type = Load(lanes).GetType(typeName, throwOnError: true)!;
        return (Network)Activator.CreateInstance(type, seed)!;
    }

    public IEnumerable<Type> Types(int lanes) => Load(lanes).GetTypes();

    private Assembly Load(int lanes) => loaded.GetOrAdd(lanes, _ => new Lazy<Assembly>(() => LoadWith(lanes))).Value;

    /// <summary>
    /// Methods are chosen when a pass of a network first runs, by the type that holds them, so that the assembly is loaded apart
    /// for each width, and all its types are initialised while the width is set. It is set for this thread alone: other tests,
    /// which run meanwhile, read the process's.
    /// </summary>
    private Assembly LoadWith(int lanes)
    {
        VectorWidth.StatedForThread = lanes;
        try
        {
            Assembly assembly = new AssemblyLoadContext($"{lanes} lanes").LoadFromStream(new MemoryStream(Image));
            foreach (Type type in assembly.GetTypes().Where(type => !type.ContainsGenericParameters))
                RuntimeHelpers.RunClassConstructor(type.TypeHandle);
            return assembly;
        }
        finally
        {
            VectorWidth.StatedForThread = null;
        }
    }
}
