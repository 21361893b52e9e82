using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace NetGen.PublicApi.Tests;

/// <summary>
/// Names by which the types of a signature in metadata and those of reflection are compared: without namespaces and type arguments.
/// </summary>
internal sealed class TypeNames : ISignatureTypeProvider<string, object?>
{
    /// <summary>The name of a type of reflection.</summary>
    public static string Of(Type type) =>
        type.IsByRef ? Of(type.GetElementType()!) + "&"
        : type.IsPointer ? Of(type.GetElementType()!) + "*"
        : type.IsArray ? Of(type.GetElementType()!) + "[]"
        : type.IsFunctionPointer ? "method"
        : type.IsGenericMethodParameter ? $"!!{type.GenericParameterPosition}"
        : type.IsGenericTypeParameter ? $"!{type.GenericParameterPosition}"
        : type.Name;

    public string GetArrayType(string elementType, ArrayShape shape) => elementType + "[]";

    public string GetByReferenceType(string elementType) => elementType + "&";

    public string GetFunctionPointerType(MethodSignature<string> signature) => "method";

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => genericType;

    public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";

    public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetPinnedType(string elementType) => elementType;

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        reader.GetString(reader.GetTypeDefinition(handle).Name);

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        reader.GetString(reader.GetTypeReference(handle).Name);

    public string GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);
}
