using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using NetGen.Execution.Tests.Compilation;
using NetGen.Execution.Tests.Golden;
using NetGen.Execution.Tests.Models;

namespace NetGen.Execution.Tests.Emission;

/// <summary>
/// Emitted methods stay below what makes the just-in-time compiler give up optimising: 60,000 bytes of IL and 900 locals of
/// its 2,000.
/// </summary>
public class MethodSizeTests
{
    private const int MostBytes = 60_000;
    private const int MostLocals = 900;

    public static TheoryData<string> Assemblies => ["golden", "models", "random"];

    [Theory, MemberData(nameof(Assemblies))]
    public void Every_method_is_optimised(string assembly)
    {
        CompiledNetworks networks = assembly switch
        {
            "golden" => GoldenNetworks.Compiled,
            "models" => ModelSources.Compiled,
            _ => RandomNetworks.RandomNetworkSeed.Compiled,
        };
        (string Name, int Bytes, int Locals)[] methods = [.. Methods(networks.Image)];
        Assert.NotEmpty(methods);
        (string Name, int Bytes, int Locals) longest = methods.MaxBy(method => method.Bytes);
        (string Name, int Bytes, int Locals) widest = methods.MaxBy(method => method.Locals);
        TestContext.Current.SendDiagnosticMessage(
            $"{assembly}: {longest.Name} has {longest.Bytes} bytes of IL, {widest.Name} {widest.Locals} locals");
        Assert.True(longest.Bytes < MostBytes, $"{longest.Name} has {longest.Bytes} bytes of IL");
        Assert.True(widest.Locals < MostLocals, $"{widest.Name} has {widest.Locals} locals");
    }

    private static IEnumerable<(string Name, int Bytes, int Locals)> Methods(byte[] image)
    {
        using var file = new PEReader(new MemoryStream(image));
        MetadataReader metadata = file.GetMetadataReader();
        foreach (MethodDefinitionHandle handle in metadata.MethodDefinitions)
        {
            MethodDefinition method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0)
                continue;
            MethodBodyBlock body = file.GetMethodBody(method.RelativeVirtualAddress);
            string type = metadata.GetString(metadata.GetTypeDefinition(method.GetDeclaringType()).Name);
            yield return ($"{type}.{metadata.GetString(method.Name)}", body.GetILBytes()!.Length, Locals(metadata, body));
        }
    }

    /// <summary>A signature of locals begins with 7 and their number (ECMA-335, II.23.2.6).</summary>
    private static int Locals(MetadataReader metadata, MethodBodyBlock body)
    {
        if (body.LocalSignature.IsNil)
            return 0;
        BlobReader signature = metadata.GetBlobReader(metadata.GetStandaloneSignature(body.LocalSignature).Signature);
        Assert.Equal(7, signature.ReadByte());
        return signature.ReadCompressedInteger();
    }
}
