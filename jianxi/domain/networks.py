"""Networks of visitors (网络地址): read as typed, and those around an address."""

from ipaddress import IPv4Network, IPv6Network, ip_network

from jianxi.domain.texts import Malformed, compact

WIDEST = {4: 24, 6: 48}
"""The shortest prefix that may be listed: 256 addresses, or what one site is given."""
NARROWEST = {4: 32, 6: 64}
"""The longest that is counted by itself."""
IN_IPV6 = 96
"""Bits before an IPv4 address in its IPv6 form, ::ffff:203.0.113.7."""
EXAMPLES = "例如203.0.113.7或203.0.113.0/24"


def parse(typed: str) -> str:
    """An address or network, as it is kept: 203.0.113.7/32, 2001:db8:1:2::/64. Raises `Malformed`."""
    text = compact(typed).replace("。", ".")
    try:
        found = _undressed(ip_network(text, strict=False))
    except ValueError:
        raise Malformed(f"应为IP地址或网段，{EXAMPLES}") from None
    if found.prefixlen < WIDEST[found.version]:
        raise Malformed(f"网段过大，最大为/{WIDEST[found.version]}，请分成几个较小的网段")
    if found.is_loopback or found.is_multicast or found.is_unspecified or found.is_link_local:
        raise Malformed("这个地址不会是访问者的地址，请填写学校或招聘会上网的出口地址")
    return str(_widened(found))


def around(address: str) -> list[str]:
    """Every network that may be listed and holds the address, which may stand as an IPv6 /64."""
    try:
        found = _undressed(ip_network(address.partition("/")[0])).network_address
    except ValueError:
        return []
    lengths = range(WIDEST[found.version], NARROWEST[found.version] + 1)
    return [str(ip_network(f"{found}/{length}", strict=False)) for length in lengths]


def spoken(network: str) -> str:
    """203.0.113.7/32 as one address: 203.0.113.7."""
    return network.removesuffix("/32") if ":" not in network else network


def _undressed(found: IPv4Network | IPv6Network) -> IPv4Network | IPv6Network:
    """An IPv4 network in IPv6 clothes, ::ffff:203.0.113.0/120, is the IPv4 one: so its visitors are counted."""
    if isinstance(found, IPv4Network) or found.prefixlen < IN_IPV6 or not found.network_address.ipv4_mapped:
        return found
    return IPv4Network((found.network_address.ipv4_mapped, found.prefixlen - IN_IPV6))


def _widened(found: IPv4Network | IPv6Network) -> IPv4Network | IPv6Network:
    longest = NARROWEST[found.version]
    return found.supernet(new_prefix=longest) if found.prefixlen > longest else found
