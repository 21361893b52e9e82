using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace NetGen.PublicApi.Tests;

/// <summary>
/// The library calls nothing that may not survive trimming, or that needs a JIT. The SDK's analyzers would say so too, but look at
/// each line of the kernels for as long as the compiler does; the project leaves them out.
/// </summary>
public class TrimmingTests
{
    private static readonly Type[] Warnings =
        [typeof(RequiresUnreferencedCodeAttribute), typeof(RequiresDynamicCodeAttribute), typeof(RequiresAssemblyFilesAttribute)];

    /// <summary>What the generator of System.Text.Json asks of types that it names itself.</summary>
    private static readonly string[] Generated = ["System.Type.GetConstructor", "System.Type.GetProperty"];

    [Fact]
    public void The_library_calls_nothing_that_trimming_breaks() =>
        Assert.Empty(Annotated(typeof(Network).Assembly.Location).Except(Generated));

    /// <summary>The test finds what it looks for: this assembly calls some of it.</summary>
    [Fact]
    public void Annotated_members_are_found() =>
        Assert.Superset(
            new HashSet<string> { "System.Type.GetMembers", "System.Reflection.Assembly.GetType" },
            Annotated(typeof(TrimmingTests).Assembly.Location).ToHashSet());

    /// <summary>Members of other assemblies that an assembly names and whose trimming needs care.</summary>
    private static IEnumerable<string> Annotated(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        MetadataReader metadata = file.GetMetadataReader();
        return [.. metadata.MemberReferences
            .Select(metadata.GetMemberReference)
            .Select(member => (Type: TypeOf(metadata, member.Parent), Member: member))
            .Where(pair => pair.Type is not null && Named(metadata, pair.Type, pair.Member).Any(NeedsCare))
            .Select(pair => $"{pair.Type!.FullName}.{metadata.GetString(pair.Member.Name)}")
            .Distinct()];
    }

    /// <summary>The members of a type that a reference may mean: by name, and methods by their parameters' types.</summary>
    private static IEnumerable<MemberInfo> Named(MetadataReader metadata, Type type, MemberReference reference)
    {
        string name = metadata.GetString(reference.Name);
        IEnumerable<MemberInfo> members = type
            .GetMembers(
                BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => member.Name == name);
        if (reference.GetKind() != MemberReferenceKind.Method)
            return members;
        string[] parameters = [.. reference.DecodeMethodSignature(new TypeNames(), genericContext: null).ParameterTypes];
        return members.OfType<MethodBase>()
            .Where(method => method.GetParameters().Select(parameter => TypeNames.Of(parameter.ParameterType)).SequenceEqual(parameters));
    }

    private static bool NeedsCare(MemberInfo member) =>
        Warnings.Any(warning => member.IsDefined(warning) || (member.DeclaringType?.IsDefined(warning) ?? false))
        || member.IsDefined(typeof(DynamicallyAccessedMembersAttribute))
        || (member is MethodBase method && (
            method.GetParameters().Any(parameter => parameter.IsDefined(typeof(DynamicallyAccessedMembersAttribute)))
            || (method.IsGenericMethodDefinition
                && method.GetGenericArguments().Any(argument => argument.IsDefined(typeof(DynamicallyAccessedMembersAttribute))))));

    /// <summary>The type that a member belongs to; null for arrays, and for types of the assembly itself.</summary>
    private static Type? TypeOf(MetadataReader metadata, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
                TypeReference reference = metadata.GetTypeReference((TypeReferenceHandle)handle);
                string name = metadata.GetString(reference.Name);
                if (reference.ResolutionScope.Kind == HandleKind.TypeReference)
                    return TypeOf(metadata, reference.ResolutionScope)?.GetNestedType(name, BindingFlags.Public | BindingFlags.NonPublic);
                string assembly = metadata.GetString(
                    metadata.GetAssemblyReference((AssemblyReferenceHandle)reference.ResolutionScope).Name);
                return Assembly.Load(assembly).GetType($"{metadata.GetString(reference.Namespace)}.{name}", throwOnError: true);
            case HandleKind.TypeSpecification:
                BlobReader signature = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)handle).Signature);
                return signature.ReadSignatureTypeCode() == SignatureTypeCode.GenericTypeInstance
                    && signature.ReadSignatureTypeCode() == SignatureTypeCode.TypeHandle
                    ? TypeOf(metadata, signature.ReadTypeHandle())
                    : null;
            default:
                return null;
        }
    }
}
